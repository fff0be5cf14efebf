/**
 * How letters and signs outside a printer's code page are written with ASCII letters.
 *
 * Accented letters are not listed: they lose their accent by rule. Cyrillic follows the common passport spelling, Greek the road
 * signs. Scripts that need more than a table (Arabic, Chinese, Hmong signs …) are not spelled: they print as `?`.
 */
const PAIRS: readonly (readonly [characters: string, spellings: string])[] = [
  ['‘ ’ ‚ ‛ ′ ʻ ʼ ʹ ` ´ ˈ', "' ' , ' ' ' ' ' ' ' '"],
  ['“ ” „ ‟ ″ « » ‹ ›', '" " " " " " " < >'],
  ['‐ ‑ ‒ – — ― − • ● ▪ ‣ … ⁄ ∕', '- - - - - - - * * * * ... / /'],
  ['† ‡ ‰ ← → ↑ ↓ ≤ ≥ ≠ ≈ ✓ ✔', '+ ++ o/oo <- -> ^ v <= >= != ~ x x'],
  ['€ £ ¥ ¢ ₡ ₦ ₩ ₪ ₫ ₱ ₹ ₽ ₿', 'EUR GBP YEN c CRC NGN KRW ILS VND PHP INR RUB BTC'],
  ['ß ẞ æ Æ œ Œ ø Ø đ Đ ð Ð þ Þ', "ss SS ae AE oe OE o O d D d D th Th"],
  ['ł Ł ħ Ħ ı ŋ Ŋ ŧ Ŧ ĸ ƒ ə Ə', "l L h H i ng Ng t T k f e E"],
  ['ˆ ˜ ¨ ¸ ¯ ¦ © ® ¬ × ÷ ± ¤ µ ¶ § · ¡ ¿', "^ ~ ' , - | (c) (R) - x / +/- * u P S . ! ?"],
  ['А Б В Г Д Е Ж З И Й К Л М Н О П', 'A B V G D E Zh Z I I K L M N O P'],
  ['Р С Т У Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я', "R S T U F Kh Ts Ch Sh Shch ' Y ' E Iu Ia"],
  ['а б в г д е ж з и й к л м н о п', 'a b v g d e zh z i i k l m n o p'],
  ['р с т у ф х ц ч ш щ ъ ы ь э ю я', "r s t u f kh ts ch sh shch ' y ' e iu ia"],
  ['Ґ ґ Є є І і Ї ї Ў ў Ё ё Ђ ђ Ј ј Љ љ Њ њ Ћ ћ Џ џ', 'G g Ye ye I i Yi yi U u E e Dj dj J j Lj lj Nj nj C c Dz dz'],
  ['Α Β Γ Δ Ε Ζ Η Θ Ι Κ Λ Μ Ν Ξ Ο Π Ρ Σ Τ Υ Φ Χ Ψ Ω', 'A V G D E Z I Th I K L M N X O P R S T Y F Ch Ps O'],
  ['α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'],
];

export const LETTERS_IN_LATIN: ReadonlyMap<string, string> = new Map(PAIRS.flatMap(([characters, spellings]) => pairUp(characters, spellings)));

function pairUp(characters: string, spellings: string): readonly (readonly [string, string])[] {
  const spelled = spellings.split(' ');
  return characters.split(' ').map((character, index) => [character, spelled[index] ?? '']);
}
