import { onDemand } from '@/components/ui/on-demand';

export const EditField = onDemand(() => import('./edit-field').then((module) => module.EditField));
