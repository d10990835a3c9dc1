package io.daybook.local.stack;

/** The master keys of the customers' data, made when a stack is first started and readable by its user alone. */
final class MasterKeyFile {

    private final SecretFile file;

    MasterKeyFile(StackFolder folder) {
        this.file = new SecretFile(folder.masterKeys());
    }

    /** The keys as the services take them: {@code name:base64}, the current one first, separated by commas. */
    String readOrCreate() {
        return file.readOrMake("local:");
    }
}
