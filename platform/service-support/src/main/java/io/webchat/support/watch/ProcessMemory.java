package io.webchat.support.watch;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the process takes of the machine's memory, heap and everything else, and how much there is for it: the limit of
 * its container, or all of the machine's. Not a number where the system does not tell (only Linux does).
 */
final class ProcessMemory implements MeterBinder {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("process.resident.memory", ProcessMemory::resident)
                .description("Memory of the machine that the process occupies")
                .baseUnit("bytes")
                .register(registry);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            Gauge.builder("system.memory.total", system, OperatingSystemMXBean::getTotalMemorySize)
                    .description("Memory that there is: the container's limit, or the machine's")
                    .baseUnit("bytes")
                    .register(registry);
        }
    }

    private static double resident() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToDouble(line -> 1024.0 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
