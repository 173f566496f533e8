package io.webchat.standalone.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Whether there is room left on the disks: a full one stops Kafka. */
final class DiskCheck implements Check {
    private static final String CHECK = "disk";
    private static final Path ENGINE = Path.of("/var/lib/docker");
    private static final int LITTLE = 20;
    private static final int ALARMING = 10;

    @Override
    public List<Finding> examine(Deployment deployment) {
        var places = new ArrayList<>(List.of(deployment.directory()));
        deployment
                .setting("WEBCHAT_BACKUP_DIRECTORY")
                .map(given -> deployment.directory().resolve(given))
                .ifPresent(places::add);
        places.add(ENGINE);
        var byDisk = new LinkedHashMap<Object, Finding>();
        for (var place : places) {
            if (Files.isDirectory(place)) {
                try {
                    var disk = Files.getFileStore(place);
                    byDisk.putIfAbsent(disk, judge(place, disk.getTotalSpace(), disk.getUsableSpace()));
                } catch (IOException e) {
                    byDisk.put(place, Finding.notChecked(CHECK, "The room at " + place + " cannot be told."));
                }
            }
        }
        return List.copyOf(byDisk.values());
    }

    static Finding judge(Path place, long total, long usable) {
        var percent = total == 0 ? 0 : usable * 100 / total;
        var message = "%d %% of the disk of %s are free (%d GB).".formatted(percent, place, usable >> 30);
        var advice =
                "Make room or a larger disk, before Kafka stops: retention does not shorten what is kept for ever.";
        if (percent < ALARMING) {
            return Finding.critical(CHECK, message, advice, Section.DEPLOY);
        }
        return percent < LITTLE
                ? Finding.warning(CHECK, message, advice, Section.DEPLOY)
                : Finding.fine(CHECK, message);
    }
}
