/**
 * Neither separator, control nor format character, nor one of those letters and marks that show nothing by themselves.
 * The same set as in the services (io.webchat.domain.Text).
 */
const VISIBLE =
  /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\u{34f}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{180b}-\u{180f}\u{2800}\u{3164}\u{fe00}-\u{fe0f}\u{ffa0}\u{e0100}-\u{e01ef}]/u;

/** Whether a text shows anything: the services refuse one that does not. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}
