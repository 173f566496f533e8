import { ProblemError } from '@/http/problem';
import { useFormErrors } from '@/http/use-form-errors';

/** What went wrong; of what is not possible now, and of what is wrong with a service, also why, in the words of the service. */
export function useProblemWords(): (error: unknown) => string | null {
  const formErrors = useFormErrors();
  return (error) => {
    const { general } = formErrors(error, []);
    const explained =
      error instanceof ProblemError &&
      (error.problem === 'conflicting-state' || error.status >= 500) &&
      error.message !== '' &&
      error.message !== general;
    return explained ? `${general} (${error.message})` : general;
  };
}
