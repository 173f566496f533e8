import type { Messages } from '../translated';
import { account } from './account';
import { appearance } from './appearance';
import { audit } from './audit';
import { auditKinds } from './audit-kinds';
import { auditSentences } from './audit-sentences';
import { bans } from './bans';
import { channels } from './channels';
import { common } from './common';
import { composer } from './composer';
import { connection } from './connection';
import { conversation } from './conversation';
import { conversations } from './conversations';
import { exporting } from './exporting';
import { fields } from './fields';
import { invites } from './invites';
import { landing } from './landing';
import { members } from './members';
import { notifications } from './notifications';
import { operations } from './operations';
import { pages } from './pages';
import { past } from './past';
import { permissions } from './permissions';
import { problems } from './problems';
import { roles } from './roles';
import { search } from './search';
import { servers } from './servers';
import { shell } from './shell';
import { shortcuts } from './shortcuts';
import { signIn } from './sign-in';
import { statuses } from './statuses';
import { switcher } from './switcher';
import { timeline } from './timeline';
import { typing } from './typing';
import { unread } from './unread';

/** All words of the app in German. */
const de: Messages = {
  account,
  appearance,
  audit,
  auditKinds,
  auditSentences,
  bans,
  channels,
  common,
  composer,
  connection,
  conversation,
  conversations,
  exporting,
  fields,
  invites,
  landing,
  members,
  notifications,
  operations,
  pages,
  past,
  permissions,
  problems,
  roles,
  search,
  servers,
  shell,
  shortcuts,
  signIn,
  statuses,
  switcher,
  timeline,
  typing,
  unread,
};

export default de;
