import { Drawing } from "@/ui/Icon";

const SHUT = "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5zM12 14v3";
const OPEN = "M7 11V8a5 5 0 0 1 9.6-2M5 11h14v9H5zM12 14v3";

/** A closed or open lock beside the words that say the same. */
export const Lock = ({ open }: { open: boolean }) => <Drawing path={open ? OPEN : SHUT} />;
