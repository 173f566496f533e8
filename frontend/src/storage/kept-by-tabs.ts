/**
 * Tells what another tab of this browser has put in the place of a key, null if that is nothing, for as long as the page
 * lives. Nothing where there is no browser.
 */
export function onKeptElsewhere(key: string, changed: (value: string | null) => void): void {
  if (typeof addEventListener === 'undefined') return;
  addEventListener('storage', (event) => {
    // Without a key everything is gone.
    if (event.key === key || event.key === null) changed(event.key === null ? null : event.newValue);
  });
}
