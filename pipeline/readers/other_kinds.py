"""What to do with files that no reader is there for, by suffix: said where one is given, and where a run leaves some alone."""

_UNPACK = "unpack the file and give what is in it"
_PRINT = "open the file in its own program and save or print it as PDF"
_PICTURE = "save the picture as PNG or JPEG"
_INCLUDE = "name the file itself, or give --include"

ADVICE = {
    **dict.fromkeys((".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".lzh", ".cab", ".iso"), _UNPACK),
    # of 公文 exchange (方正, 书生), of libraries, of the other programs of an office
    **dict.fromkeys((".ceb", ".cebx", ".gd", ".gw", ".sep", ".s72", ".s92"), _PRINT),
    **dict.fromkeys((".caj", ".kdh", ".nh", ".djvu", ".djv", ".epub", ".xps", ".oxps", ".ps"), _PRINT),
    **dict.fromkeys((".xls", ".xlsx", ".xlsm", ".et", ".ods", ".ppt", ".pptx", ".pps", ".dps", ".odp", ".uof", ".uot", ".pages"), _PRINT),
    **dict.fromkeys((".heic", ".heif", ".jp2", ".psd"), _PICTURE),
    **dict.fromkeys((".dot", ".dotx", ".dotm", ".wpt", ".gif"), _INCLUDE),
}
"""Suffix → what to do. What a reader could read, and is hardly ever a bulletin (templates, icons), is taken only when it is asked for."""
