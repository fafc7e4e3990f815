package org.safepassage.rehearsal.sample.documents;

import java.time.LocalDateTime;

/// What a camera and its owner say of a picture or a film inside the file.
///
/// @param description what it shows, any letters
/// @param author who made it, any letters
/// @param serial the camera's serial number
/// @param taken when
/// @param located whether the place is in the file
/// @param latitude degrees north
/// @param longitude degrees east
public record Caption(
        String description,
        String author,
        String serial,
        LocalDateTime taken,
        boolean located,
        double latitude,
        double longitude) {}
