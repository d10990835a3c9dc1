package io.daybook.local.stack;

import io.daybook.local.LocalStackException;
import io.daybook.local.PlainJars;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A service's executable jar, laid out in the state folder as plain jars: that starts faster than from the nested one,
 * and a build may replace the original while the service runs.
 */
final class ServiceJar implements ServiceCommand {

    private final StackProcess service;
    private final Path built;
    private final StackFolder folder;
    private final List<String> sizing;

    ServiceJar(StackProcess service, Path home, StackFolder folder, List<String> sizing) {
        this.service = service;
        this.built = home.resolve(service.module()).resolve("target").resolve(service.title() + ".jar");
        this.folder = folder;
        this.sizing = List.copyOf(sizing);
    }

    @Override
    public List<String> line() {
        Path program = layOut();
        List<String> line = new ArrayList<>(List.of(
                java(), "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-Duser.timezone=UTC"));
        line.addAll(sizing);
        line.addAll(flagsOfTheUser());
        line.addAll(List.of("-jar", program.resolve(built.getFileName()).toString()));
        return line;
    }

    /** Where all its classes are, for another program that is among them. */
    String classPath() {
        Path program = layOut();
        return program.resolve(built.getFileName()) + File.pathSeparator + program.resolve("lib") + File.separator
                + "*";
    }

    @Override
    public String mark() {
        return folder.programs().resolve(service.title() + "-").toString();
    }

    /** For example {@code DAYBOOK_COMMAND_SERVICE_JVM="-Xmx2g"}; later flags win. */
    private List<String> flagsOfTheUser() {
        String flags = System.getenv("DAYBOOK_" + service.name() + "_JVM");
        return flags == null || flags.isBlank()
                ? List.of()
                : List.of(flags.strip().split("\\s+"));
    }

    private Path layOut() {
        try {
            return new Programs(folder)
                    .of(
                            service.title(),
                            List.of(built),
                            target -> PlainJars.layOut(built, target, folder.log(service)));
        } catch (NoSuchFileException e) {
            throw new LocalStackException(
                    "The program %s is missing: build it with mvn -DskipTests package".formatted(built), e);
        } catch (IOException e) {
            throw new LocalStackException("Cannot lay out %s: %s".formatted(built, e.getMessage()), e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
