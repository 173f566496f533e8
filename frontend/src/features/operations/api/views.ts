import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';

const number = z.number();

const partitionSchema = z.object({
  partition: number,
  position: number,
  end: number,
  lagRecords: number,
  lagSeconds: orNull(number),
  rate: orNull(number),
});

const generationSchema = z.object({
  number,
  applied: number,
  end: number,
  lagRecords: number,
  /** Null while nobody knows. */
  lagSeconds: orNull(number),
  /** Offsets that are applied a second; null the first time one asks. */
  rate: orNull(number),
  partitions: z.array(partitionSchema),
});

export const viewSchema = z.object({
  view: z.string(),
  topic: z.string(),
  /** The generation that is read. */
  live: generationSchema,
  building: orNull(generationSchema),
  /** The one that was read before, and is kept. */
  previous: orNull(generationSchema),
  /** Whether the one that is built is as far as the one that is read. */
  caughtUp: orNull(z.boolean()),
});

export type OperatedPartition = z.infer<typeof partitionSchema>;
export type OperatedGeneration = z.infer<typeof generationSchema>;
export type OperatedView = z.infer<typeof viewSchema>;
