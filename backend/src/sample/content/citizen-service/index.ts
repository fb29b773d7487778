import { buildingApplication } from './building-application.js';
import { chatbot } from './chatbot.js';
import { onlineAccessAct } from './online-access-act.js';
import { phone115 } from './phone-115.js';

/** Stories of action field 4, Bürgerservice. */
export const citizenServiceStories = [onlineAccessAct, phone115, chatbot, buildingApplication];
