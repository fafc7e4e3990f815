package org.safepassage.connectors.sftp;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attribute;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// Whether an account may write, found out without writing: by what the server tells of its folders, and by asking for
/// something that must fail for another reason, since no file has the name. SFTP has no question for it.
///
/// @param user who is logged in
record WriteRights(String user) {
    private static final int WRITE_AND_ENTER = 0b011;
    private static final int ANY_WRITE = 0222;
    private static final Set<Integer> NOT_THERE =
            Set.of(SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH);

    /// What is known.
    private enum Answer {
        YES,
        UNTOLD
    }

    /// Something that writes.
    private interface Attempt {
        void make() throws IOException;
    }

    /// Whether cases may be moved from one folder into another, which may be made for them.
    ///
    /// @throws DoorProblem of kind PERMISSION when they may not, NOT_FOUND when there is nowhere to make it
    String toMove(SftpClient sftp, String from, String to) throws IOException {
        String target = to;
        if (!SftpPaths.exists(sftp, to)) {
            int cut = to.lastIndexOf('/');
            target = cut < 0 ? "." : to.substring(0, Math.max(1, cut));
            if (!SftpPaths.exists(sftp, target)) {
                throw new DoorProblem(Kind.NOT_FOUND, "there is neither doneFolder nor the folder around it");
            }
        }
        Answer out = in(sftp, from, "casesFolder");
        Answer into = in(sftp, target, "doneFolder");
        toRename(sftp, from, target);
        return told(out == Answer.YES && into == Answer.YES);
    }

    /// Whether a mark may be written into a case's folder; the first one is looked at.
    ///
    /// @throws DoorProblem of kind PERMISSION when it may not
    String toMarkIn(SftpClient sftp, String folder) throws IOException {
        toWrite(sftp, folder);
        var first = new AtomicReference<String>("");
        SftpListing.visit(sftp, folder, entry -> {
            if (entry.getAttributes().isDirectory()) {
                first.set(entry.getFilename());
            }
            return first.get().isEmpty();
        });
        return first.get().isEmpty()
                ? "there is no case folder yet to look at; the first acknowledgement shows whether it may be marked"
                : told(in(sftp, folder + "/" + first.get(), "a case") == Answer.YES);
    }

    private String told(boolean may) {
        return may
                ? "user " + user + " may write there"
                : "the server does not tell whether user " + user
                        + " may write there, and nothing was written to find out: the first acknowledgement shows it";
    }

    /// Whether entries may be made and renamed in a folder, as far as its attributes tell.
    ///
    /// @param parameter that names the folder
    /// @throws DoorProblem of kind PERMISSION when they tell that it may not
    private Answer in(SftpClient sftp, String folder, String parameter) throws IOException {
        SftpClient.Attributes seen = sftp.stat(folder);
        if (user.equals("root")) {
            return Answer.YES;
        }
        if (!seen.getFlags().contains(Attribute.Perms)) {
            return Answer.UNTOLD;
        }
        int bits = seen.getPermissions();
        boolean own = owns(sftp, folder, seen);
        if ((bits & ANY_WRITE) == 0 || (own && (bits >> 6 & WRITE_AND_ENTER) != WRITE_AND_ENTER)) {
            throw refused("write into the folder of " + parameter);
        }
        return own || (bits & WRITE_AND_ENTER) == WRITE_AND_ENTER ? Answer.YES : Answer.UNTOLD;
    }

    /// The owner of the account's home folder is the account, and so is one that the listing names like it.
    private boolean owns(SftpClient sftp, String folder, SftpClient.Attributes seen) throws IOException {
        boolean ids = seen.getFlags().contains(Attribute.UidGid) && seen.getUserId() != 0;
        Optional<SftpClient.Attributes> home = SftpPaths.find(sftp, there -> there.stat(there.canonicalPath(".")));
        if (ids && home.isPresent() && home.get().getFlags().contains(Attribute.UidGid)) {
            if (home.get().getUserId() == seen.getUserId()) {
                return true;
            }
        }
        try (var handle = sftp.openDir(folder)) {
            var batch = sftp.readDir(handle);
            for (var entry : batch == null ? List.<SftpClient.DirEntry>of() : batch) {
                String[] words = entry.getLongFilename() == null
                        ? new String[0]
                        : entry.getLongFilename().split("\\s+");
                if (entry.getFilename().equals(".")) {
                    return words.length > 2 && words[2].equals(user);
                }
            }
        }
        return false;
    }

    /// Whether the server lets this account rename at all.
    ///
    /// @throws DoorProblem of kind PERMISSION when it does not
    private void toRename(SftpClient sftp, String from, String to) throws IOException {
        String name = nobodysName();
        mustFindNothing(() -> sftp.rename(from + "/" + name, to + "/" + name), "rename anything");
    }

    /// Whether the server lets this account write files at all.
    ///
    /// @throws DoorProblem of kind PERMISSION when it does not
    private void toWrite(SftpClient sftp, String folder) throws IOException {
        String path = folder + "/" + nobodysName();
        mustFindNothing(() -> sftp.close(sftp.open(path, EnumSet.of(OpenMode.Write))), "write any file");
    }

    private void mustFindNothing(Attempt attempt, String what) throws IOException {
        try {
            attempt.make();
        } catch (SftpException answered) {
            int status = answered.getStatus();
            if (status == SftpConstants.SSH_FX_PERMISSION_DENIED || status == SftpConstants.SSH_FX_OP_UNSUPPORTED) {
                throw refused(what);
            }
            if (!NOT_THERE.contains(status) && status != SftpConstants.SSH_FX_FAILURE) {
                throw answered;
            }
        }
    }

    private DoorProblem refused(String what) {
        return new DoorProblem(Kind.PERMISSION, "user " + user + " may not " + what);
    }

    private static String nobodysName() {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        return ".not-there-" + HexFormat.of().formatHex(random);
    }
}
