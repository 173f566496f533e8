package io.webchat.standalone.doctor;

import java.util.List;

/** Looks at one thing. Finds at least something: that it is fine, if nothing else. May take some seconds. */
@FunctionalInterface
interface Check {
    List<Finding> examine(Deployment deployment);
}
