'use client';

import { useCallback } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { formErrors, type FormErrors } from './field-errors';

/** What went wrong with a submission, in words, sorted to where the form shows it. */
export function useFormErrors(): (error: unknown, fields: readonly string[]) => FormErrors {
  const t = useTranslations();
  const locale = useLocale();
  return useCallback((error, fields) => formErrors(error, fields, t, locale), [t, locale]);
}
