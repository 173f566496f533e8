package io.webchat.push.protocol;

import io.webchat.domain.structure.ChannelId;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads client frames and writes server frames. Strict: what is missing, null or of the wrong type is refused, unless
 * it is optional; fields that it does not know are ignored, so that clients may be newer. Thread-safe.
 */
public final class FrameCodec {
    private final ObjectReader reader;
    private final ObjectWriter writer;

    /** @param json the service's JSON, which is strict about types and single documents already */
    public FrameCodec(JsonMapper json) {
        var strict = json.rebuild()
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        reader = strict.readerFor(ClientFrame.class);
        writer = strict.writerFor(ServerFrame.class);
    }

    public ClientFrame read(String text) throws MalformedFrameException {
        // Jackson would also read an op and the rest in an array.
        if (!text.stripLeading().startsWith("{")) {
            throw new MalformedFrameException("not an object");
        }
        try {
            ClientFrame frame = reader.readValue(text);
            check(frame);
            return frame;
        } catch (InvalidTypeIdException e) {
            throw new MalformedFrameException(
                    e.getTypeId() == null ? "no op" : "unknown op: " + abbreviated(e.getTypeId()));
        } catch (StreamReadException e) {
            throw new MalformedFrameException("not JSON");
        } catch (MismatchedInputException e) {
            throw new MalformedFrameException(
                    e.getPath().isEmpty() ? "not an object with an op" : "bad field: " + place(e));
        } catch (JacksonException | NullPointerException e) {
            throw new MalformedFrameException("not a frame");
        }
    }

    public Frame write(ServerFrame frame) {
        return Frame.of(writer.writeValueAsString(frame));
    }

    private static void check(ClientFrame frame) throws MalformedFrameException {
        if (frame instanceof ClientFrame.Identify identify) {
            checkChannels(identify.channelIds().orElse(Set.of()));
        }
        if (frame instanceof ClientFrame.Resume resume) {
            checkPositions(resume.positions());
            checkPositions(resume.acknowledged().orElse(Map.of()));
            checkChannels(resume.channelIds().orElse(Set.of()));
        }
        if (frame instanceof ClientFrame.Watch watch) {
            if (watch.userIds().size() > ClientFrame.Watch.MAX_USERS) {
                throw new MalformedFrameException("userIds: more than " + ClientFrame.Watch.MAX_USERS);
            }
            checkChannels(watch.channelIds());
        }
    }

    private static void checkChannels(Set<ChannelId> channels) throws MalformedFrameException {
        if (channels.size() > ClientFrame.Watch.MAX_CHANNELS) {
            throw new MalformedFrameException("channelIds: more than " + ClientFrame.Watch.MAX_CHANNELS);
        }
    }

    private static void checkPositions(Map<String, Long> positions) throws MalformedFrameException {
        if (positions.values().stream().anyMatch(offset -> offset < 0)) {
            throw new MalformedFrameException("a position is negative");
        }
    }

    private static String place(MismatchedInputException e) {
        var field = e.getPath().getFirst().getPropertyName();
        return field == null ? "?" : abbreviated(field);
    }

    private static String abbreviated(String text) {
        var line = text.replaceAll("[^\\x20-\\x7e]", "?");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
