package io.webchat.projection;

import io.webchat.test.description.DescriptionContract;

class DescriptionTest extends DescriptionContract {
    DescriptionTest() {
        super("projection-service", ProjectionServiceApplication.class, Void.class);
    }
}
