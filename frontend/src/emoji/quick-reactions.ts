/** Beside a message without a detour. */
export const QUICK_REACTIONS = ['👍', '❤️', '😂'] as const;
