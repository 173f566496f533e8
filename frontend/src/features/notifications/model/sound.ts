const SILENT_AFTER_MILLIS = 2_000;

/** Two soft tones, made here: nothing has to be fetched. Silent where the page may not play yet. */
export function playSound(): void {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.connect(context.destination);
  volume.gain.setValueAtTime(0.0001, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.12, context.currentTime + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 0.42);
  [659.25, 880].forEach((frequency, index) => {
    const tone = context.createOscillator();
    tone.type = 'sine';
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start(context.currentTime + index * 0.12);
    tone.stop(context.currentTime + 0.45);
  });
  // By the clock: where the page may not play, its own time stands still and the tones never end.
  setTimeout(() => void context.close(), SILENT_AFTER_MILLIS);
}
