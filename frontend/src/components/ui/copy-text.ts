/**
 * Copies a text; whether that went well. Browsers have no clipboard for pages that came over plain http, as they do in a
 * home's own network; there what is selected can still be copied.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const shown = document.createElement('span');
  shown.textContent = text;
  Object.assign(shown.style, { position: 'fixed', top: '0', opacity: '0', whiteSpace: 'pre', userSelect: 'text' });
  // Within the dialog that is open: what is outside of it may not be selected.
  (document.activeElement?.closest('[role="dialog"]') ?? document.body).append(shown);
  const selection = getSelection();
  selection?.selectAllChildren(shown);
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    selection?.removeAllRanges();
    shown.remove();
  }
}
