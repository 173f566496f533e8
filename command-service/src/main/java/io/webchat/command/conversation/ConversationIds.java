package io.webchat.command.conversation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ids of direct conversations. Those of a pair are computed from the two people: whoever opens the conversation, at
 * whichever instance, asks the same writer for the same thing, which then exists once. The log relies on it for ever.
 */
final class ConversationIds {
    private static final UUID NAMESPACE = UUID.fromString("6f0c0e5e-52a8-4a8b-9a0c-7d1f5f9c3e21");
    private static final NameBasedGenerator UUIDS = Generators.nameBasedGenerator(NAMESPACE);

    private ConversationIds() {}

    /** UUIDv5 of {@code lower/higher}, the two ids in the order of their text. */
    static ServerId ofPair(UserId one, UserId other) {
        return new ServerId(
                named(Stream.of(one, other).map(UserId::toString).sorted().collect(Collectors.joining("/"))));
    }

    /** The only channel of a conversation: UUIDv5 of the conversation's id. */
    static ChannelId channelOf(ServerId conversation) {
        return new ChannelId(named(conversation.toString()));
    }

    private static UUID named(String name) {
        return UUIDS.generate(name.getBytes(StandardCharsets.UTF_8));
    }
}
