package io.webchat.command.attachment;

import io.webchat.test.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole service, with limits for files that are quickly reached. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(
        properties = {
            "webchat.attachments.max-file=300KB",
            "webchat.attachments.quota=1000KB",
            "webchat.attachments.max-unattached=12"
        })
@interface AttachmentTest {}
