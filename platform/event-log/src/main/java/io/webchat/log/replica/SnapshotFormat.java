package io.webchat.log.replica;

import io.webchat.domain.structure.Permission;
import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.log.replica.StructureSnapshot.LastRecord;
import io.webchat.log.replica.StructureSnapshot.Position;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.dataformat.cbor.CBORFactory;

/**
 * The bytes of a snapshot: CBOR (RFC 8949), written and read as a stream, nothing but arrays, whose order gives the
 * meaning. In the notation of RFC 8610:
 *
 * <pre>{@code
 * snapshot = [epoch: tstr, vocabulary: [* tstr], positions: [12* position], servers: [* server]]
 * position = [next: uint, last: [offset: uint, key: tstr] / null]
 * server   = [next: uint, id, kind: tstr, name: tstr, icon: id / null, owner: id, channels: [* channel],
 *             categories: [* [id, name: tstr]], members: [* (id, member)], roles: [* [id, name: tstr, permissions: uint]],
 *             order: [* id], invites: [* invite], bans: [* id], time-outs: [* [id, until: tstr]]]
 * channel  = [id, name: tstr, category: id / null, slow-mode-seconds: uint, of-roles: [* override], of-members: [* override]]
 * override = [id, allow: uint, deny: uint]
 * member   = null / [* id]                                                 ; the roles; null for none
 * invite   = [code: tstr, by: id, expires: tstr / null, max-uses: uint / null, uses: uint]
 * id       = bstr .size 16
 * }</pre>
 *
 * <p>The vocabulary is every type of event that the fold knew and every permission in the order of its bits. A program
 * that knows others does not use the snapshot: it may have skipped what this program applies.
 *
 * <p><b>Raise {@link #VERSION} with every change of this format, and with every change of what an event folds to.</b>
 */
final class SnapshotFormat {
    static final int VERSION = 3;

    private static final CBORFactory CBOR = new CBORFactory();
    private static final List<String> VOCABULARY = Stream.concat(
                    WireCodec.STRUCTURE.types().stream().sorted(),
                    Stream.of(Permission.values()).map(Permission::slug))
            .toList();

    private SnapshotFormat() {}

    /** Writes a snapshot and leaves the stream open. */
    static void write(StructureSnapshot snapshot, LogEpoch epoch, OutputStream to) {
        try (var out = new CborOutput(CBOR.createGenerator(to))) {
            out.array(4).text(epoch.value()).all(VOCABULARY, out::text);
            out.all(snapshot.positions(), position -> {
                out.array(2).number(position.next());
                out.optional(
                        position.last(),
                        last -> out.array(2)
                                .number(last.offset())
                                .text(last.key())
                                .end());
                out.end();
            });
            out.all(snapshot.servers(), state -> ServerFormat.write(state, out));
            out.end();
        }
    }

    /**
     * Reads a snapshot.
     *
     * @throws UnreadableSnapshotException if it is of another epoch or vocabulary, or no snapshot
     */
    static StructureSnapshot read(InputStream from, LogEpoch expected) throws UnreadableSnapshotException {
        try (var in = new CborInput(CBOR.createParser(from))) {
            in.array();
            if (!in.text().equals(expected.value())) {
                throw new UnreadableSnapshotException("it is of another log");
            }
            if (!in.all(in::text).equals(VOCABULARY)) {
                throw new UnreadableSnapshotException("it is of a program that knows other events");
            }
            var positions = in.all(() -> position(in));
            if (positions.size() != Topic.PARTITIONS) {
                throw new UnreadableSnapshotException("it has " + positions.size() + " partitions");
            }
            var servers = in.all(() -> ServerFormat.read(in));
            in.end();
            return new StructureSnapshot(positions, servers);
        } catch (RuntimeException e) {
            throw new UnreadableSnapshotException("it is malformed: " + e.getMessage());
        }
    }

    private static Position position(CborInput in) {
        in.array();
        var next = in.number();
        var last = in.optional(() -> {
            in.array();
            var read = new LastRecord(in.number(), in.text());
            in.end();
            return read;
        });
        in.end();
        return new Position(next, last);
    }
}
