import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type EscposCommand, readAvailable } from './commands.ts';
import { type PrintedReceipt, SoftwarePrinter } from './software-printer.ts';

/** What the printer plays. It may be changed while it runs, as a person opening its cover would. */
export interface PrinterManners {
  /** False: takes bytes and never says a word, like many cheap network printers. */
  answers: boolean;
  cover: 'closed' | 'open';
  paper: 'ok' | 'nearEnd' | 'out';
  isOffline: boolean;
  /** After so many printed lines the paper ends: nothing more is printed, and questions in real time say so. */
  paperEndsAfterLines: number | null;
  /** After so many printed lines the cable is pulled. */
  breaksAfterLines: number | null;
  /** Takes the connection and never reads from it. */
  isStuck: boolean;
}

export interface TcpPrinter {
  readonly port: number;
  readonly manners: PrinterManners;
  /** How many commands of receipts arrived, printed or not; questions in real time are not counted. */
  receivedCommands(): number;
  connectionCount(): number;
  /** What lies in the tray: one strip of paper for all that was printed. */
  printed(): PrintedReceipt;
  close(): Promise<void>;
}

const GOOD_MANNERS: PrinterManners = {
  answers: true,
  cover: 'closed',
  paper: 'ok',
  isOffline: false,
  paperEndsAfterLines: null,
  breaksAfterLines: null,
  isStuck: false,
};

/** A receipt printer on a free port of this machine: a real TCP server in front of the software printer. */
export async function startTcpPrinter(given: Partial<PrinterManners> = {}): Promise<TcpPrinter> {
  const mechanism = new Mechanism(given);
  const { manners } = mechanism;
  const sockets = new Set<Socket>();
  let connections = 0;

  const server: Server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    if (manners.isStuck) socket.pause();
    else serve(socket, mechanism);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port, // safe: it listens on TCP
    manners,
    receivedCommands: () => mechanism.receivedCommands,
    connectionCount: () => connections,
    printed: () => mechanism.printer.result(),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(socket: Socket, mechanism: Mechanism): void {
  let waiting: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    waiting = takeBytes(mechanism, Buffer.concat([waiting, chunk]), (answer) => socket.write(Uint8Array.of(answer)), () => socket.resetAndDestroy());
  });
}

/** Gives the printer what it can read of `bytes`, and returns the rest. */
export function takeBytes(mechanism: Mechanism, bytes: Buffer, say: (answer: number) => void, pullCable: () => void = () => undefined): Buffer {
  const { commands, rest } = readAvailable(bytes);
  for (const command of commands) {
    const answer = mechanism.take(command);
    if (answer === 'break') {
      pullCable();
      break;
    }
    if (answer !== null && mechanism.manners.answers) say(answer);
  }
  return Buffer.from(rest);
}

/** The printer behind the socket: prints while it can, and knows how it is. */
export class Mechanism {
  readonly manners: PrinterManners;
  readonly printer = new SoftwarePrinter(48);
  receivedCommands = 0;
  private printedLines = 0;

  constructor(given: Partial<PrinterManners>) {
    this.manners = { ...GOOD_MANNERS, ...given };
  }

  /** The byte to answer, if any; `break` when the cable is pulled at this very command. */
  take(command: EscposCommand): number | 'break' | null {
    if (command.kind === 'askNow') return statusByte(command.question, this.manners);
    this.receivedCommands += 1;
    if (this.manners.paper === 'out') return null; // it keeps the rest in its buffer until there is paper
    this.printer.execute(command);
    if (command.kind === 'askWhenDone') return this.manners.paper === 'nearEnd' ? 0x03 : 0;
    if (command.kind === 'lineFeed') this.printedLines += 1;
    if (this.printedLines === this.manners.paperEndsAfterLines) this.manners.paper = 'out';
    return this.printedLines === this.manners.breaksAfterLines ? 'break' : null;
  }
}

/** ESC/POS reference, DLE EOT n: bits 1 and 4 are always set. */
function statusByte(question: number, manners: PrinterManners): number {
  const isNotReady = manners.isOffline || manners.cover === 'open' || manners.paper === 'out';
  if (question === 1) return 0x12 | (isNotReady ? 0x08 : 0);
  if (question === 2) return 0x12 | (manners.cover === 'open' ? 0x04 : 0) | (manners.paper === 'out' ? 0x20 : 0);
  return 0x12 | (manners.paper === 'ok' ? 0 : 0x0c) | (manners.paper === 'out' ? 0x60 : 0);
}
