package org.safepassage.redact.renditions.pictures;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.apart.Task;

/// What happens to one picture, in the child: decode, search, cover, write. Public, since a child makes it by its
/// name.
public final class PictureTask implements Task {
    static final String ORIGINAL = "original";
    static final String RENDITION = "rendition";
    static final String REFUSED = "refused";

    /// Of a picture that is covered to a larger part than this, something else may have been taken for a face.
    private static final double MOSTLY = 0.6;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Made for the first picture, which says what models there are; every other one of this child says the same.
    private @Nullable FaceSearch faces;

    private FaceSearch faces(PictureSettings settings) throws IOException {
        var search = faces;
        if (search == null) {
            search = FaceSearch.of(settings);
            faces = search;
        }
        return search;
    }

    @Override
    public byte[] run(byte[] request, Path folder) throws IOException {
        var settings = JSON.readValue(request, PictureSettings.class);
        Decoded picture;
        try {
            picture = new PictureDecoder(settings.mostPixels()).decode(folder.resolve(ORIGINAL));
        } catch (Refused refused) {
            return JSON.writeValueAsBytes(Map.of(REFUSED, refused.reason().name()));
        }
        var found = new Findings();
        faces(settings).search(picture.pixels(), found);
        new WordSearch(settings).search(picture.pixels(), found);
        List<Region> covered = found.regions().stream()
                .map(region -> region.within(picture.width(), picture.height()))
                .filter(region -> region.area() > 0)
                .sorted(Comparator.comparingLong(Region::area).reversed())
                .toList();
        double changed = Cover.cover(picture.pixels(), covered);
        var doubts = new ArrayList<>(found.doubts());
        if (changed > MOSTLY) {
            doubts.add(Doubt.MOSTLY_COVERED);
        }
        PictureWriter.write(picture.pixels(), folder.resolve(RENDITION));
        return JSON.writeValueAsBytes(new PictureReport(
                picture.format(),
                picture.width(),
                picture.height(),
                covered,
                changed,
                picture.conversions(),
                doubts,
                picture.taken()));
    }
}
