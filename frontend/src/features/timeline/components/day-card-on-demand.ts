import { onDemand } from '@/components/ui/on-demand';

export const DayCard = onDemand(() => import('./day-card').then((module) => module.DayCard));
