import * as z from 'zod/mini';

/** The services leave out what there is none of: it is read as null. */
export function orNull<Shape extends z.ZodMiniType>(shape: Shape) {
  return z.pipe(
    z.nullish(shape),
    z.transform((value: z.output<Shape> | null | undefined) => value ?? null),
  );
}
