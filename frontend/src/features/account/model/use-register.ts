'use client';

import { useCallback, useRef } from 'react';
import { ProblemError, UnreachableError } from '@/http/problem';
import type { SessionAnswer } from '@/session/session-answer';
import { logIn } from '../api/log-in';
import { register, type Registration } from '../api/register';

/**
 * Registers. A try that got no answer may have made the account all the same: when the same is tried again and is taken,
 * whoever has its password has made it, and is logged in. Others are told that it is taken.
 */
export function useRegister(): (registration: Registration) => Promise<SessionAnswer> {
  const unanswered = useRef<Registration | null>(null);
  return useCallback(async (registration) => {
    try {
      return await register(registration);
    } catch (error) {
      if (mayHaveBeenDone(error)) unanswered.current = registration;
      else if (isTaken(error) && isSame(registration, unanswered.current)) return ownOr(error, registration);
      throw error;
    }
  }, []);
}

async function ownOr(taken: unknown, { email, password }: Registration): Promise<SessionAnswer> {
  try {
    return await logIn({ login: email, password });
  } catch (error) {
    throw error instanceof ProblemError && error.status === 401 ? taken : error;
  }
}

function mayHaveBeenDone(error: unknown): boolean {
  return error instanceof UnreachableError || (error instanceof ProblemError && error.status >= 500);
}

function isTaken(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 409;
}

function isSame(registration: Registration, other: Registration | null): boolean {
  return (
    registration.email === other?.email &&
    registration.username === other.username &&
    registration.password === other.password
  );
}
