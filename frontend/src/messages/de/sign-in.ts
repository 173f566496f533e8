import type { Translated } from '../translated';
import type { signIn as english } from '../en/sign-in';

export const signIn: Translated<typeof english> = {
  logIn: 'Anmelden',
  loggingIn: 'Anmeldung läuft …',
  welcome: 'Willkommen zurück',
  welcomeText: 'Melde dich an und mach weiter, wo du aufgehört hast.',
  newHere: 'Neu hier? <link>Konto erstellen</link>',
  createTitle: 'Erstelle dein Konto',
  createText: 'Es dauert eine Minute und braucht keine Bestätigung.',
  haveAccount: 'Du hast schon ein Konto? <link>Anmelden</link>',
  createPage: 'Konto erstellen',
  create: 'Konto erstellen',
  creating: 'Dein Konto wird erstellt …',
  email: 'E-Mail-Adresse',
  emailOrUsername: 'E-Mail-Adresse oder Benutzername',
  username: 'Benutzername',
  usernameHint: '3 bis 30 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche',
  password: 'Passwort',
  passwordHint: 'Mindestens 8 Zeichen',
  refused: 'E-Mail-Adresse, Benutzername oder Passwort stimmt nicht.',
  fieldsWrong: 'Schau dir einige Felder noch einmal an.',
  emailRule: 'Gib eine gültige E-Mail-Adresse ein.',
  usernameRule:
    'Nimm 3 bis 30 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche und beginne mit einem Buchstaben oder einer Ziffer.',
  passwordRule: 'Nimm 8 bis 128 Zeichen.',
};
