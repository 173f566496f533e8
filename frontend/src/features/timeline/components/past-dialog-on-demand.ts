import { dialogOnDemand } from '@/components/ui/on-demand';

export const PastDialog = dialogOnDemand(
  () => import('./past-dialog').then((module) => module.PastDialog),
  ({ onClose }) => onClose(),
);
