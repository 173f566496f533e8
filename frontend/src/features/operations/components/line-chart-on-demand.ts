import { onDemand } from '@/components/ui/on-demand';

/** With the library that draws it, which nobody else needs. */
export const LineChart = onDemand(async () => (await import('./line-chart')).LineChart);
