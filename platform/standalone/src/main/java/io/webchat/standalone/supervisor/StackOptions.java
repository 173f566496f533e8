package io.webchat.standalone.supervisor;

import java.nio.file.Path;

/**
 * What a user decides about a stack.
 *
 * @param data the directory of everything it keeps
 */
public record StackOptions(Path data, Ports ports, Instances instances) {}
