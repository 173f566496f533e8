/** What a close code asks of the client. */
export type ComeBack =
  | 'resume'
  /** The token is missing, invalid or expired: get another one first. */
  | 'with-new-token'
  /** The login that the token came from has ended: only if there is another one. */
  | 'if-signed-in'
  /** Too many frames, or too large ones: not before some time has passed. */
  | 'later'
  /** The client has a bug; coming back would repeat it. */
  | 'never';

export function comeBackAfter(closeCode: number): ComeBack {
  switch (closeCode) {
    case 1002:
    case 1007:
    case 4001:
      return 'never';
    case 4003:
    case 4004:
    case 4011:
      return 'with-new-token';
    case 4012:
      return 'if-signed-in';
    case 1009:
    case 4008:
      return 'later';
    default:
      return 'resume';
  }
}
