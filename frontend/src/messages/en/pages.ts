export const pages = {
  description: 'Chat that keeps every word, in order, once.',
  invitation: 'Invitation',
  notFound: 'Page not found',
  notFoundText: 'Nothing lives at this address. It may have been mistyped, or it moved.',
  goToWebChat: 'Go to WebChat',
  broke: 'Something broke',
  brokeText: 'This page met an error it did not expect. Nothing you sent is lost.',
  reload: 'Reload WebChat',
  tryAgain: 'Try again',
  notShown: 'WebChat could not be shown.',
} as const;
