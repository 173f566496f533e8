export const THEME_KEY = 'webchat.theme';

/** Runs before the first paint, so that the chosen theme never flashes in late. */
export const THEME_SCRIPT = `try{const t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
