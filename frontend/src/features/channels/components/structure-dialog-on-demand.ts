import { dialogOnDemand } from '@/components/ui/on-demand';

export const StructureDialog = dialogOnDemand(
  () => import('./structure-dialog').then((module) => module.StructureDialog),
  ({ onClose }) => onClose(),
);
