import { CardPage } from '@/components/ui/card-page';
import { LinkButton } from '@/components/ui/link-button';

export default function NotFound() {
  return (
    <CardPage title="Page not found" subtitle="Nothing lives at this address. It may have been mistyped, or it moved.">
      <LinkButton href="/channels" wide>
        Go to WebChat
      </LinkButton>
    </CardPage>
  );
}
