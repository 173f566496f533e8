package io.webchat.projection.timeline;

import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.store.AtOnce;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events on their way into the store: what they concern is read at once, and written at once. */
final class TimelineBatch {
    private final TimelineRepository repository;
    private final Map<String, Long> heads;
    private final Map<String, Numbered> numbers;
    private final Changes<MessageDocument> messages;
    private final Changes<PinsDocument> pins;
    private final Changes<PinSpansDocument> pinSpans;
    private final Changes<ThreadDocument> threads;
    private final Changes<EditsDocument> edits;
    private final Changes<CommandsDocument> commands;
    private final CountedBatch counted;
    private final Map<String, Numbered> given = new LinkedHashMap<>();
    private final Map<String, MessageDocument> posted = new LinkedHashMap<>();
    private final Map<String, Instant> lastMessages = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();

    private TimelineBatch(
            TimelineRepository repository,
            Map<String, Long> heads,
            Map<String, Numbered> numbers,
            Map<String, MessageDocument> messages,
            Map<String, PinsDocument> pins,
            Map<String, PinSpansDocument> pinSpans,
            Map<String, ThreadDocument> threads,
            Map<String, EditsDocument> edits,
            Map<String, CommandsDocument> commands,
            CountedBatch counted) {
        this.repository = repository;
        this.heads = heads;
        this.numbers = numbers;
        this.messages = new Changes<>(messages);
        this.pins = new Changes<>(pins);
        this.pinSpans = new Changes<>(pinSpans);
        this.threads = new Changes<>(threads);
        this.edits = new Changes<>(edits);
        this.commands = new Changes<>(commands);
        this.counted = counted;
    }

    /** What the events concern, as the store has it. */
    static TimelineBatch load(TimelineRepository repository, List<Logged<MessageEvent>> events) {
        // The heads first: whatever they count, the numbers that are read after them contain. The other way round, a
        // second consumer could complete these events in between, and they would be counted twice.
        var heads = repository.heads(Touched.by(events, Touched::timelines));
        var numbers = repository.numbers(Touched.by(events, Touched::numbered));
        var changed = Touched.by(events, Touched::changed);
        var messages = repository.messages(changed.stream()
                .map(numbers::get)
                .filter(Objects::nonNull)
                .map(Numbered::documentId)
                .collect(Collectors.toSet()));
        var pins = repository.pins(Touched.by(events, Touched::pinned));
        var threads = repository.threads(Touched.by(events, Touched::threads));
        // Last, so that they are at least as new as the messages, pins and threads that they follow from.
        var pinSpans = repository.pinSpans(Touched.by(events, Touched::pinSpans));
        var edits = repository.edits(Touched.by(events, Touched::edited));
        var commands = repository.commands(Touched.by(events, Touched::commanded));
        var counted = CountedBatch.load(repository, events, heads, numbers);
        return new TimelineBatch(
                repository, heads, numbers, messages, pins, pinSpans, threads, edits, commands, counted);
    }

    void apply(Logged<MessageEvent> logged) {
        reach(logged.event().channelId(), logged.nextOffset());
        switch (logged.event()) {
            case MessageEvent.Posted e -> post(e, logged.offset());
            case MessageChange e -> change(e, logged);
            case PinEvent e -> pin(e, logged);
            case ThreadEvent.Started e -> startThread(e, logged);
            case ThreadEvent e -> changeThread(e, logged);
        }
        remember(logged);
    }

    /**
     * A first record with its id that could not be applied keeps its number. One that was applied, though not what
     * follows from it, stays.
     */
    void passOver(MessageEvent.Posted event, long offset) {
        reach(event.channelId(), offset + 1);
        var numbered = number(event, offset);
        if (numbered != null && messages.get(numbered.documentId()) == null) {
            messages.put(MessageDocument.passedOver(event, numbered.number(), offset));
            counted.passedOver(event, numbered, offset + 1);
        }
    }

    void write() {
        // As they were posted, before anything follows from them: one that the store refuses leaves its number alone.
        AtOnce.run(() -> repository.saveNumbers(given.values()), () -> repository.savePosted(posted.values()));
        counted.write();
        repository.saveCommands(commands);
        repository.saveEdits(edits);
        repository.saveMessages(
                messages.changed().stream()
                        .filter(document -> !document.equals(posted.get(document.id())))
                        .toList(),
                document -> messages.wasRead(document) || posted.containsKey(document.id()));
        repository.savePinSpans(pinSpans);
        repository.savePins(pins);
        repository.saveThreads(threads);
        repository.saveHeads(given.isEmpty() ? Map.of() : heads, lastMessages, positions);
    }

    private void reach(ChannelId channel, long position) {
        positions.merge(channel.toString(), position, Math::max);
    }

    private void post(MessageEvent.Posted event, long offset) {
        var numbered = number(event, offset);
        if (numbered == null) {
            return;
        }
        lastMessages.merge(event.channelId().toString(), event.at(), (one, other) -> one.isAfter(other) ? one : other);
        var known = messages.get(numbered.documentId());
        if (known == null || known.isPassedOver(offset)) {
            var document = MessageDocument.of(event, numbered.number(), offset + 1);
            messages.put(document);
            posted.put(document.id(), document);
        }
        counted.posted(event, numbered, offset + 1);
        var thread = event.threadId() == null ? null : threads.get(numbered.timeline());
        if (thread != null) {
            follow(thread.posted(event, offset + 1), event, offset + 1);
        }
    }

    /** The number of a message whose first record this is; null for that of a retry. */
    private @Nullable Numbered number(MessageEvent.Posted event, long offset) {
        var timeline = Timeline.of(event);
        var id = Numbered.id(event);
        var known = numbers.get(id);
        if (known != null && known.offset() != offset) {
            return null;
        }
        // Known at this very offset: applied before, perhaps not to the end.
        var numbered = known != null ? known : new Numbered(id, timeline, heads.getOrDefault(timeline, 0L) + 1, offset);
        numbers.put(id, numbered);
        given.put(id, numbered);
        heads.merge(timeline, numbered.number(), Math::max);
        return numbered;
    }

    /**
     * So that the command is known if it is repeated, and whether it has lost. What comes again is remembered as it was
     * the first time.
     */
    private void remember(Logged<MessageEvent> logged) {
        var event = logged.event();
        if (logged.commandId() != null && Touched.commanded(event).findAny().isPresent()) {
            var id = Numbered.id(event);
            var known = commands.get(id);
            commands.put((known == null ? CommandsDocument.none(id) : known)
                    .with(new CommandsDocument.Command(
                            CommandId.parse(logged.commandId()), logged.offset(), event.at(), isLost(event))));
        }
    }

    /**
     * Whether an event that was just folded has not come to what it is about, on a message, or thread, that is there.
     */
    private boolean isLost(MessageEvent event) {
        var found = messageOf(event);
        var message = found == null || found.message().isDeleted() ? null : found.message();
        return switch (event) {
            case MessageChange.Edited e -> message != null && !isOf(e, message);
            case MessageChange.ReactionAdded e ->
                message != null && !message.reactions().has(e.emoji(), e.actorId());
            case PinEvent.Pinned e -> {
                var pinned = pins.get(e.channelId().toString());
                yield message != null && (pinned == null || !pinned.pins().has(e.messageId()));
            }
            case ThreadEvent.Started e -> threads.get(Timeline.of(e.channelId(), e.messageId())) == null;
            case ThreadEvent.Joined e -> {
                var thread = threads.get(Timeline.of(e.channelId(), e.messageId()));
                yield thread != null && !thread.thread().members().contains(e.actorId());
            }
            case MessageEvent e -> false;
        };
    }

    private static boolean isOf(MessageChange.Edited edit, Message message) {
        return edit.revision() == message.revision()
                && edit.at().equals(message.editedAt())
                && edit.content().equals(message.content());
    }

    private void change(MessageChange change, Logged<MessageEvent> logged) {
        var message = messageOf(change);
        if (message == null) {
            return;
        }
        var after = message.evolve(change, logged.nextOffset());
        messages.put(after);
        counted.changed(change, message, after);
        keepFormer(Numbered.id(change), message.message(), after);
        var pinned = pins.get(change.channelId().toString());
        if (change instanceof MessageChange.Deleted deleted && pinned != null) {
            putPins(deleted, pinned, pinned.without(deleted, logged.nextOffset()));
        }
    }

    /** What an edit has replaced stays known; what a deletion has taken away does not. */
    private void keepFormer(String id, Message before, MessageDocument after) {
        var known = edits.get(id);
        if (after.message().revision() > before.revision()) {
            edits.put((known == null ? EditsDocument.none(id) : known).edited(before, after.position()));
        } else if (known != null && after.message().isDeleted() && !before.isDeleted()) {
            edits.put(known.erased(after.position()));
        }
    }

    private void pin(PinEvent event, Logged<MessageEvent> logged) {
        var message = messageOf(event);
        if (message != null && message.wasThereAt(logged.offset())) {
            var channel = event.channelId().toString();
            var known = pins.get(channel);
            var before = known == null ? PinsDocument.none(channel) : known;
            putPins(event, before, before.evolve(event, logged.nextOffset()));
        }
    }

    /** Since when a message is pinned stays known, and so does until when. */
    private void putPins(MessageEvent event, PinsDocument before, PinsDocument after) {
        pins.put(after);
        var message = event.messageId();
        var isPinned = after.pins().has(message);
        if (isPinned != before.pins().has(message)) {
            var id = Numbered.id(event);
            var known = pinSpans.get(id);
            pinSpans.put((known == null ? PinSpansDocument.none(id, message) : known)
                    .settled(isPinned, event.at(), after.position()));
        }
    }

    private void startThread(ThreadEvent.Started event, Logged<MessageEvent> logged) {
        var root = messageOf(event);
        var isNew = threads.get(Timeline.of(event.channelId(), event.messageId())) == null;
        if (isNew && root != null && root.message().threadId() == null && root.wasThereAt(logged.offset())) {
            follow(ThreadDocument.of(event, logged.nextOffset()), event, logged.nextOffset());
        }
    }

    private void changeThread(ThreadEvent event, Logged<MessageEvent> logged) {
        var thread = threads.get(Timeline.of(event.channelId(), event.messageId()));
        if (thread != null) {
            follow(thread.evolve(event, logged.nextOffset()), event, logged.nextOffset());
        }
    }

    private void follow(ThreadDocument thread, MessageEvent event, long position) {
        threads.put(thread);
        counted.followed(thread.thread(), event, position);
    }

    private @Nullable MessageDocument messageOf(MessageEvent event) {
        var numbered = numbers.get(Numbered.id(event));
        if (numbered == null) {
            return null;
        }
        var found = messages.get(numbered.documentId());
        // A view that was built by a former version may have given a number twice.
        return found != null && Numbered.id(found).equals(numbered.id()) && !found.isPassedOver(numbered.offset())
                ? found
                : null;
    }
}
