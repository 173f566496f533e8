export const exporting = {
  title: 'Export',
  titleOf: 'Export {name}',
  item: 'Export messages',
  text: 'Saves all messages to a file, with those of threads. Files that they carry are named, not included.',
  what: 'What to export',
  allChannels: 'All channels that you see',
  format: 'Format',
  jsonl: 'JSON lines',
  jsonlHint: 'Everything about each message, a line each: for programs.',
  csv: 'CSV',
  csvHint: 'A table for spreadsheets. What they would take for a formula has an apostrophe before it.',
  keptInMemory:
    'This browser keeps an export in memory until it is whole, so it may have up to {limit, number} MB. Chrome and Edge write it to the file as it arrives.',
  start: 'Export',
  cancel: 'Cancel export',
  running: 'Exporting {name} …',
  progress: 'Export is under way',
  written: '{count, plural, one {# message} other {# messages}}, {size}',
  done: 'Saved as {file}',
  tooLarge:
    'This is more than the {limit, number} MB that this browser can keep. Use Chrome or Edge, or export one channel.',
  notSaved: 'The file could not be saved. Choose another place, or make room on the device.',
} as const;
