'use client';

import { useEffect, useState } from 'react';
import { serviceClock } from '@/http/service-clock';
import { obstacleTo, type Obstacle } from './obstacle';

/** What stands in the way of writing, told anew when time changes it. */
export function useObstacle(writing: Parameters<typeof obstacleTo>[0]): { obstacle: Obstacle | null; now: number } {
  const [now, setNow] = useState(serviceClock.now);
  // What was sent after the last tick still counts from when it was sent.
  const current = Math.max(now, writing.lastSentAt === null ? 0 : Date.parse(writing.lastSentAt));
  const obstacle = obstacleTo(writing, current);
  const ticks = obstacle !== null && 'until' in obstacle;
  useEffect(() => {
    if (!ticks) return;
    const timer = setInterval(() => setNow(serviceClock.now()), 1_000);
    return () => clearInterval(timer);
  }, [ticks]);
  return { obstacle, now: current };
}
