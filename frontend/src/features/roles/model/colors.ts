/** The colours that are offered: apart in hue, of one strength. The name says what it is to those who do not see it. */
export const ROLE_COLORS: readonly { value: string; name: string }[] = [
  { value: '#e5484d', name: 'Red' },
  { value: '#f76b15', name: 'Orange' },
  { value: '#e2a336', name: 'Amber' },
  { value: '#46a758', name: 'Green' },
  { value: '#12a594', name: 'Teal' },
  { value: '#0091ff', name: 'Blue' },
  { value: '#6e56cf', name: 'Violet' },
  { value: '#d6409f', name: 'Pink' },
];
