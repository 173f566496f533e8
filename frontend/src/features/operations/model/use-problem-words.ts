import { ProblemError } from '@/http/problem';
import { useFormErrors } from '@/http/use-form-errors';

/** What went wrong; of what is not possible now also why, in the words of the service if need be. */
export function useProblemWords(): (error: unknown) => string | null {
  const formErrors = useFormErrors();
  return (error) => {
    const { general } = formErrors(error, []);
    const explained =
      error instanceof ProblemError && error.problem === 'conflicting-state' && error.message !== general;
    return explained ? `${general} (${error.message})` : general;
  };
}
