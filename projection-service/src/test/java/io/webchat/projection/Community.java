package io.webchat.projection;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.attachment.FileName;
import io.webchat.domain.attachment.ImageSize;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.LogPosition;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;

/** A server of its own, written to the log as the other services would, and what a reader has to have seen of it. */
public final class Community {
    private static final LogRecords RECORDS = new LogRecords("/webchat/test");
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    public final ServerId server = new ServerId(Ids.fresh());
    public final ChannelId channel = new ChannelId(Ids.fresh());
    public final InviteCode invite =
            new InviteCode(Ids.fresh().toString().replace("-", "").substring(16));
    public final TestUser owner;

    private final KafkaTemplate<byte[], byte[]> log;
    private final ConsistencyTokens tokens;
    private ConsistencyToken seen = ConsistencyToken.EMPTY;

    private Community(TestUser owner, KafkaTemplate<byte[], byte[]> log, ConsistencyTokens tokens) {
        this.owner = owner;
        this.log = log;
        this.tokens = tokens;
    }

    /** A server with a general channel, an invite, and its owner, whose profile is known. */
    @SuppressWarnings("unchecked")
    public static Community founded(ServiceInstance instance) {
        var community = new Community(
                instance.user(), instance.bean(KafkaTemplate.class), instance.bean(ConsistencyTokens.class));
        community.registered(community.owner.id(), "ada");
        community.happens(
                new ServerEvent.Created(community.server, "Rocket club", community.owner.id(), AT),
                new MemberEvent.Joined(community.server, community.owner.id(), null, AT),
                new ChannelEvent.Created(
                        community.server, community.channel, "general", community.owner.id(), AT, null, null, null),
                new InviteEvent.Created(community.server, community.invite, community.owner.id(), AT, null, null));
        return community;
    }

    /** A file that a message carries. */
    public static Attachment picture() {
        return new Attachment(
                new AttachmentId(Ids.fresh()), new FileName("plan.png"), "image/png", 17, new ImageSize(2, 1), false);
    }

    public void registered(UserId user, String name) {
        append(Topic.USERS, RECORDS.user(new UserEvent.Registered(user, name, name, AT)));
    }

    /** Somebody who was registered under this name shows themselves otherwise. */
    public void profileChanged(UserId user, String name, String displayName, @Nullable String statusText) {
        append(
                Topic.USERS,
                RECORDS.user(new UserEvent.ProfileChanged(user, name, displayName, statusText, null, 1, AT)));
    }

    public void joined(TestUser user, String name) {
        registered(user.id(), name);
        happens(new MemberEvent.Joined(server, user.id(), invite.id(), AT));
    }

    public void happens(StructureEvent... events) {
        for (var event : events) {
            append(Topic.STRUCTURE, RECORDS.structure(event, new CommandId(Ids.fresh())));
        }
    }

    /** Effects of one command. */
    public void done(StructureEvent... events) {
        var command = new CommandId(Ids.fresh());
        for (var event : events) {
            append(Topic.STRUCTURE, RECORDS.structure(event, command));
        }
    }

    public MessageEvent.Posted posted(String content) {
        return posted(server, channel, AT, content);
    }

    /** Somewhere else, by the owner. */
    public MessageEvent.Posted posted(ServerId where, ChannelId in, Instant at, String content) {
        var event = MessageEvent.Posted.text(where, in, new MessageId(Ids.fresh()), owner.id(), content, at);
        append(event);
        return event;
    }

    /** What somebody has read, or wants to hear of. */
    public void append(ReadingEvent event) {
        append(Topic.READS, RECORDS.reading(event));
    }

    public void append(MessageEvent event) {
        append(event, new CommandId(event.messageId().value()));
    }

    public void append(MessageEvent event, CommandId command) {
        append(Topic.MESSAGES, RECORDS.message(event, command, 0));
    }

    public void append(Topic topic, ProducerRecord<byte[], byte[]> record) {
        var written = log.send(record).join().getRecordMetadata();
        seen = seen.with(List.of(LogPosition.after(topic, written.partition(), written.offset())));
    }

    /** The token that covers everything which was appended here, for one user. */
    public String tokenFor(TestUser user) {
        return tokens.encode(user.id(), seen);
    }

    /** A token for everything which was appended here, and for what is not in the log yet. */
    public String tokenAhead(Topic topic, int partition) {
        var ahead = seen.nextOffset(topic.stream(partition)).orElse(0) + 1_000_000;
        return tokens.encode(owner.id(), seen.with(topic.stream(partition), ahead));
    }
}
