import type { Trouble } from './trouble.ts';

export interface TroubleWatchOptions {
  readonly show: (trouble: Trouble) => void;
  readonly hide: () => void;
  readonly reloadPage: () => void;
  readonly restartDataProcess: () => void;
}

/** Which trouble is on screen. Two things can be in trouble; the page's comes first, for without it nothing else can be shown. */
export class TroubleWatch {
  readonly #options: TroubleWatchOptions;
  #pageTrouble: Trouble | null = null;
  #dataTrouble: Trouble | null = null;

  constructor(options: TroubleWatchOptions) {
    this.#options = options;
  }

  /** Null: the page is well again. */
  setPageTrouble(trouble: Trouble | null): void {
    this.#pageTrouble = trouble;
    this.#update();
  }

  /** Null: the data process is well again. */
  setDataTrouble(trouble: Trouble | null): void {
    this.#dataTrouble = trouble;
    this.#update();
  }

  /** What the Restart button does. The screen stays until the restart has succeeded. */
  restart(): void {
    if (this.#pageTrouble !== null) this.#options.reloadPage();
    else this.#options.restartDataProcess();
  }

  #update(): void {
    const trouble = this.#pageTrouble ?? this.#dataTrouble;
    if (trouble === null) this.#options.hide();
    else this.#options.show(trouble);
  }
}
