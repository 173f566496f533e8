package io.webchat.projection.store;

/** A document that remembers which part of its partition it reflects. */
public interface Positioned {
    String id();

    /** Right after the last event that the document reflects; events before it are already in the document. */
    long position();
}
