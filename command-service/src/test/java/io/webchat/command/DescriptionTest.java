package io.webchat.command;

import io.webchat.command.structure.Caller;
import io.webchat.test.description.DescriptionContract;

class DescriptionTest extends DescriptionContract {
    DescriptionTest() {
        super("command-service", CommandServiceApplication.class, Caller.class);
    }
}
