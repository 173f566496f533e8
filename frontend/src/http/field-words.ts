import type { Translate } from '@/i18n/translate';

type Rule = readonly [pattern: RegExp, words: (t: Translate, one: number, other: number) => string];

/** What the services say of a field that breaks a rule. */
const RULES: readonly Rule[] = [
  [/^must be given$/, (t) => t('fields.given')],
  [/^must not be empty$/, (t) => t('fields.empty')],
  [/^must not be blank$/, (t) => t('fields.blank')],
  [/^must have (\d+) to (\d+) characters( \(has \d+\))?$/, (t, min, max) => t('fields.range', { min, max })],
  [/^must have at most (\d+) characters$/, (t, max) => t('fields.atMost', { max })],
  [/^must have 3 to 30 letters, digits/, (t) => t('signIn.usernameRule')],
  [/^must be an e-mail address/, (t) => t('fields.email')],
  [/^must name somebody else$/, (t) => t('fields.somebodyElse')],
  [/^must be a colour/, (t) => t('fields.color')],
  [/^must be me, or/, (t) => t('fields.person')],
  [/^must be the name or id of a channel/, (t) => t('fields.channel')],
  [/^must be a day/, (t) => t('fields.day')],
  [/^must have a letter, digit or filter/, (t) => t('fields.letter')],
  [/^must have a value, right after/, (t) => t('fields.value')],
  [/^is taken by another account$/, (t) => t('fields.taken')],
  [/^is not your password$/, (t) => t('fields.password')],
];

/** What is wrong with a field, in the reader's language; what is not known here in the words of the service. */
export function fieldWords(message: string, t: Translate): string {
  for (const [pattern, words] of RULES) {
    const match = pattern.exec(message);
    if (match) return words(t, Number(match[1]), Number(match[2]));
  }
  return sentence(message);
}

/** The services say `must not be blank`, because the name of the field comes before it; here it stands above. */
function sentence(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
