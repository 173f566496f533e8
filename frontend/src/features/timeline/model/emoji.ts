export interface Emoji {
  readonly emoji: string;
  /** What it is called; the first word or words before a comma are its name. */
  readonly words: string;
}

export const QUICK_REACTIONS = ['👍', '❤️', '😂'] as const;

/** The emoji that people use most, in groups, with the words by which they are found. */
const LIST = `
👍 thumbs up, yes, like, agree|👎 thumbs down, no, dislike|❤️ red heart, love|😂 tears of joy, laugh, lol|🎉 party popper, celebrate, hooray, tada|😮 surprised, wow|😢 crying, sad|🙏 folded hands, please, thanks|🔥 fire, hot, lit|👀 eyes, look, watching|🚀 rocket, ship, launch|✅ check mark, done, ok
😀 grinning, happy, smile|😃 smiley, happy|😄 smile, laugh|😁 beaming, grin|😅 sweat smile, phew|🤣 rolling on the floor, rofl|😊 blush, smile|🙂 slight smile|🙃 upside down|😉 wink|😍 heart eyes, love|🥰 smiling with hearts, love|😘 kiss|😋 yum, tasty|😜 winking tongue, crazy|🤪 zany, crazy|🤗 hug|🤔 thinking, hmm|🤨 raised eyebrow, doubt|😐 neutral, meh|😏 smirk|🙄 rolling eyes|😬 grimace|😌 relieved|😴 sleeping, tired|🤒 ill, sick|🤯 mind blown, exploding head|🥳 partying|😎 cool, sunglasses|🤓 nerd|😕 confused|😟 worried|😳 flushed|🥺 pleading|😭 loudly crying, sob|😱 scream, fear|😤 huff, triumph|😡 angry, rage|🤬 swearing|💀 skull, dead|💩 poop|🤡 clown|👻 ghost|🤖 robot|😺 cat
👋 wave, hello, bye|🤚 raised hand|✋ stop, high five|👌 ok hand, perfect|✌️ victory, peace|🤞 fingers crossed, luck|🤘 rock on, horns|👈 left|👉 right|👆 up|👇 down|☝️ one, point|👊 fist bump|✊ fist|👏 clap, applause, bravo|🙌 raised hands, hooray|👐 open hands|🤝 handshake, deal|💪 muscle, strong|🫡 salute|🤷 shrug, dunno|🤦 facepalm|🙋 raising hand, me|🧠 brain, smart
🧡 orange heart|💛 yellow heart|💚 green heart|💙 blue heart|💜 purple heart|🖤 black heart|💔 broken heart|💯 hundred, perfect|💥 boom, collision|💫 dizzy|✨ sparkles, new|⭐ star|🌟 glowing star|💤 zzz, sleep|💬 speech, comment|❓ question|❗ exclamation, important|⚠️ warning|❌ cross, no, wrong|➕ plus, add|➖ minus|♻️ recycle|🆗 ok|🆕 new|🔴 red circle|🟡 yellow circle|🟢 green circle|🔵 blue circle
🐛 bug|🐶 dog|🐱 cat face|🦊 fox|🐻 bear|🐼 panda|🦁 lion|🐸 frog|🐵 monkey|🙈 see no evil|🐧 penguin|🦄 unicorn|🐢 turtle|🐙 octopus|🌱 seedling, grow|🌹 rose|🌈 rainbow|☀️ sun|⛅ cloud|🌧️ rain|❄️ snow|⚡ lightning, zap, fast
☕ coffee|🍵 tea|🍺 beer|🍻 cheers|🍷 wine|🥂 toast, champagne|🍕 pizza|🍔 burger|🍟 fries|🌮 taco|🍣 sushi|🍜 noodles|🥗 salad|🍎 apple|🍌 banana|🍓 strawberry|🍰 cake|🎂 birthday cake|🍪 cookie|🍿 popcorn
⚽ football, soccer|🏀 basketball|🎮 game|🎲 dice|🎯 target, bullseye|🏆 trophy, win|🥇 gold medal, first|🎵 music, note|🎸 guitar|🎨 art, paint|🎬 film|📷 camera|🎁 gift, present|🎈 balloon|🎃 pumpkin, halloween|🎄 christmas tree
💻 laptop, computer|📱 phone|⌨️ keyboard|🖨️ printer|💾 disk, save|🔍 search|💡 idea, light bulb|🔧 wrench, fix|🔨 hammer, build|⚙️ gear, settings|🔒 locked|🔓 unlocked|🔑 key|📌 pin|📎 paperclip|📝 memo, note|📅 calendar, date|📈 chart up, growth|📉 chart down|📊 bar chart|📦 package, release|📣 megaphone, announce|🔔 bell, notify|⏰ alarm|⏳ hourglass, wait|💰 money|🚗 car|✈️ plane|🚢 ship|🏠 house, home|🏢 office|🌍 world, earth|🏁 finish flag|🚧 construction, work in progress
`;

export const EMOJI: readonly Emoji[] = LIST.trim()
  .split(/[|\n]/)
  .map((entry) => {
    const space = entry.indexOf(' ');
    return { emoji: entry.slice(0, space), words: entry.slice(space + 1) };
  });

export function nameOf({ words }: Emoji): string {
  return words.split(',', 1)[0] ?? words;
}

/** Those whose words begin with what was typed, each word of it. */
export function findEmoji(query: string): readonly Emoji[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return EMOJI;
  return EMOJI.filter(({ emoji, words }) => {
    const known = words.split(/[\s,]+/);
    return wanted.every((word) => emoji === word || known.some((other) => other.startsWith(word)));
  });
}
