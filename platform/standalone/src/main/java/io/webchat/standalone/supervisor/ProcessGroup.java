package io.webchat.standalone.supervisor;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All processes of a stack: started wave by wave, stopped in the reverse order, the processes of a wave together. */
final class ProcessGroup {
    /** Who dies this often in a row while starting will not come up. */
    private static final int DEATHS_UNTIL_FAILED = 3;

    private final List<ManagedProcess> processes;

    ProcessGroup(List<ManagedProcess> processes) {
        this.processes = List.copyOf(processes);
    }

    List<ProcessStatus> status() {
        return processes.stream().map(ManagedProcess::status).toList();
    }

    List<Integer> waves() {
        return processes.stream()
                .map(process -> process.spec().wave())
                .distinct()
                .sorted()
                .toList();
    }

    void start(int wave) {
        ofWave(wave).forEach(ManagedProcess::start);
    }

    boolean isHealthy(int wave) {
        return ofWave(wave).stream().allMatch(process -> process.status().state() == ProcessState.HEALTHY);
    }

    /** A process that keeps dying without ever having been healthy, or null. */
    @Nullable
    ManagedProcess failed() {
        return processes.stream()
                .filter(process -> process.deathsBeforeHealthy() >= DEATHS_UNTIL_FAILED)
                .findFirst()
                .orElse(null);
    }

    List<String> notHealthy() {
        return processes.stream()
                .map(ManagedProcess::status)
                .filter(status -> status.state() != ProcessState.HEALTHY)
                .map(ProcessStatus::name)
                .toList();
    }

    /** Those that write a cache of their classes when they end. */
    List<String> writingCaches() {
        return processes.stream()
                .filter(process -> process.status().process() != null)
                .map(ManagedProcess::spec)
                .filter(spec -> spec.classCache() != null && spec.classCache().isWritten())
                .map(ProcessSpec::name)
                .toList();
    }

    /** Returns when every process is gone. */
    void stop() {
        waves().stream().sorted(Comparator.reverseOrder()).forEach(this::stop);
    }

    private void stop(int wave) {
        var threads = ofWave(wave).stream()
                .map(process -> Thread.ofVirtual().start(process::stop))
                .toList();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<ManagedProcess> ofWave(int wave) {
        return processes.stream()
                .filter(process -> process.spec().wave() == wave)
                .toList();
    }
}
