package runtime

// This file defines the names that `use English` gives to the special variables.

// englishName returns the special variable that a name of module English stands for, "" if it is none.
func englishName(name string) string {
	switch name {
	case "ARG":
		return "_"
	case "SUBSEP", "SUBSCRIPT_SEPARATOR":
		return ";"
	case "PROGRAM_NAME":
		return "0"
	case "PROCESS_ID", "PID":
		return "$"
	case "EVAL_ERROR":
		return "@"
	case "OS_ERROR", "ERRNO":
		return "!"
	case "CHILD_ERROR":
		return "?"
	case "INPUT_RECORD_SEPARATOR", "RS":
		return "/"
	case "OUTPUT_RECORD_SEPARATOR", "ORS":
		return "\\"
	case "OUTPUT_FIELD_SEPARATOR", "OFS":
		return ","
	case "LIST_SEPARATOR":
		return "\""
	case "OUTPUT_AUTOFLUSH":
		return "|"
	case "INPUT_LINE_NUMBER", "NR":
		return "."
	case "MATCH":
		return "&"
	case "PREMATCH":
		return "`"
	case "POSTMATCH":
		return "'"
	case "LAST_PAREN_MATCH", "LAST_MATCH_END":
		return "+"
	case "LAST_MATCH_START":
		return "-"
	case "LAST_SUBMATCH_RESULT":
		return "^N"
	case "EXECUTABLE_NAME":
		return "^X"
	case "OSNAME":
		return "^O"
	case "BASETIME":
		return "^T"
	case "WARNING":
		return "^W"
	case "PERL_VERSION":
		return "^V"
	case "REAL_USER_ID", "UID":
		return "<"
	case "EFFECTIVE_USER_ID", "EUID":
		return ">"
	case "REAL_GROUP_ID", "GID":
		return "("
	case "EFFECTIVE_GROUP_ID", "EGID":
		return ")"
	}
	return ""
}
