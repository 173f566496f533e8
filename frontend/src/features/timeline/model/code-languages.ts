/** Languages in which code is shown in colours, and what else people call them. */
const CALLED = {
  bash: 'sh shell zsh console',
  c: 'h',
  cpp: 'c++ cc hpp',
  csharp: 'cs c#',
  css: '',
  diff: 'patch',
  dockerfile: 'docker',
  go: 'golang',
  graphql: 'gql',
  ini: 'toml',
  java: '',
  javascript: 'js jsx mjs',
  json: 'json5',
  kotlin: 'kt',
  lua: '',
  makefile: 'make mk',
  markdown: 'md',
  php: '',
  python: 'py',
  r: '',
  ruby: 'rb',
  rust: 'rs',
  scala: '',
  scss: '',
  sql: '',
  swift: '',
  typescript: 'ts tsx mts',
  xml: 'html svg',
  yaml: 'yml',
} as const;

export type Grammar = keyof typeof CALLED;

const GRAMMARS = new Map(
  (Object.keys(CALLED) as Grammar[]).flatMap((grammar) =>
    [grammar, ...CALLED[grammar].split(' ')].map((name) => [name, grammar] as const),
  ),
);

/** By what somebody wrote behind the fence; null if it is no language that is known. */
export function grammarOf(language: string): Grammar | null {
  return language === '' ? null : (GRAMMARS.get(language.toLowerCase()) ?? null);
}
