export const appearance = {
  title: 'Appearance',
  hint: 'How WebChat looks in this browser. Each choice holds at once.',
  theme: 'Theme',
  system: 'Like the system',
  light: 'Light',
  dark: 'Dark',
  density: 'Density',
  comfortable: 'Comfortable',
  compact: 'Compact',
  language: 'Language',
  likeBrowser: 'Like the browser',
} as const;
